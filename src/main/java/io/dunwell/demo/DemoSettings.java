package io.dunwell.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a demonstration shows.
 *
 * @param demoStory whether an empty ledger is filled with the story of a small company
 */
@ConfigurationProperties("dunwell")
record DemoSettings(@DefaultValue("true") boolean demoStory) {}
