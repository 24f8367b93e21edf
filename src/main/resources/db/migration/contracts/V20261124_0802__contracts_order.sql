-- The purchase orders that the versions of contracts name.
create view contracts.v_order as
  select a.contract, c.currency, a.number as version, a.effective_on,
         a.po_number as number, a.po_cap as cap, a.po_until as until
    from contracts.agreement a join contracts.contract c on c.id = a.contract;
