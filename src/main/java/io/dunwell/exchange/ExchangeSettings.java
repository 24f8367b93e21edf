package io.dunwell.exchange;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How files come in.
 *
 * @param chunkRows how many rows one transaction books
 * @param answerWithin how long an upload waits for its result before it is told to ask again
 * @param lease after how long without a sign of life another node takes an import over
 */
@Validated
@ConfigurationProperties("dunwell.exchange")
record ExchangeSettings(
    @DefaultValue("2000") @Min(1) @Max(20_000) int chunkRows,
    @DefaultValue("60s") Duration answerWithin,
    @DefaultValue("60s") Duration lease) {}
