-- Every proof that there was, and until when: what a past day knew.
create view contracts.v_proof_span as
  select p.id, p.delivery, p.attached_on, p.withdrawn_on from contracts.proof p;
