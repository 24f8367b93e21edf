-- What the items of every version cost, a line's slabs side by side, the smallest quantity first.
create view contracts.v_price as
  select l.agreement, l.item, l.valid_from, l.valid_until, l.slab_rule, l.discount_percent,
         s.starts, s.prices
    from contracts.price_line l
    join (select price_line,
                 array_agg(from_quantity order by from_quantity) as starts,
                 array_agg(unit_price order by from_quantity) as prices
            from contracts.price_slab group by price_line) s on s.price_line = l.row_id;

-- What a quantity costs before discount, not rounded: the arithmetic of ContractPricing.gross,
-- for sets.
create function contracts.gross(rule text, starts numeric[], prices numeric[], quantity numeric)
  returns numeric language plpgsql immutable strict parallel safe as $$
declare
  price numeric := prices[1];
  gross numeric := 0;
  done numeric := 0;
  reached numeric;
begin
  for i in 1 .. cardinality(prices) loop
    if rule = 'WHOLE' then
      if starts[i] <= quantity then
        price := prices[i];
      end if;
      gross := price * quantity;
    elsif done < quantity then
      reached := least(coalesce(starts[i + 1], quantity), quantity);
      gross := gross + prices[i] * (reached - done);
      done := reached;
    end if;
  end loop;
  return gross;
end $$;
