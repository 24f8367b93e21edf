package io.dunwell.documents;

/**
 * A page of a document as a picture that we drew ourselves, so that nothing of the document itself
 * reaches a browser.
 *
 * @param png the picture
 * @param pages how many pages the document has
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Preview(byte[] png, int pages) {}
