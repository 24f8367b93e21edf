-- The daily round looks at open chases contract by contract, and at their cards one after the other.
create index chase_open_contract on unbilled.chase (contract) where ended_on is null;
create index chase_open on unbilled.chase (id) where ended_on is null;
