/** The web face of replays, and the door into their books. */
@org.jspecify.annotations.NullMarked
package io.dunwell.replay.web;
