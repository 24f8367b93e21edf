package io.dunwell.correspondence;

import io.dunwell.documents.DocumentId;
import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Documents;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes mails out of letters: the same letter gives the same mail, byte for byte. */
@Component
class Mails {

  private final LetterBytes bytes;
  private final LetterQueries queries;
  private final Documents documents;
  private final MessageIds messageIds;
  private final CorrespondenceSettings settings;

  Mails(
      LetterBytes bytes,
      LetterQueries queries,
      Documents documents,
      MessageIds messageIds,
      CorrespondenceSettings settings) {
    this.bytes = bytes;
    this.queries = queries;
    this.documents = documents;
    this.messageIds = messageIds;
    this.settings = settings;
  }

  /** The mail's bytes as they leave. */
  byte[] eml(LetterId id) {
    String known = queries.view(id).messageId();
    String messageId = known == null ? messageIds.of(id) : known;
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try {
      compose(id, messageId, Session.getInstance(new Properties())).writeTo(out);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Letter " + id + " cannot be made into a mail", e);
    }
    return out.toByteArray();
  }

  MimeMessage compose(LetterId id, String messageId, Session session) throws MessagingException {
    LetterView letter = queries.view(id);
    MimeMessage mail = new NamedMessage(session, messageId);
    mail.setFrom(address(messageIds.from(), settings.sender().name()));
    String replyTo = settings.smtp().replyTo();
    if (replyTo != null && !replyTo.isBlank()) {
      mail.setReplyTo(new InternetAddress[] {address(replyTo, null)});
    }
    String to = letter.toAddress();
    if (to != null && MailAddress.problem(to) == null) {
      mail.setRecipient(Message.RecipientType.TO, address(to, null));
    }
    mail.setSubject(oneLine(letter.subject()), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(queries.writtenAt(id)));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setContent(body(id));
    mail.saveChanges();
    return mail;
  }

  private Multipart body(LetterId id) throws MessagingException {
    MimeMultipart whole = new FixedMultipart("mixed", id);
    MimeBodyPart readable = new MimeBodyPart();
    MimeMultipart alternatives = new FixedMultipart("alternative", id);
    alternatives.addBodyPart(text(bytes.text(id), "plain"));
    alternatives.addBodyPart(text(new String(bytes.html(id), StandardCharsets.UTF_8), "html"));
    readable.setContent(alternatives);
    whole.addBodyPart(readable);
    if (!LetterTemplate.of(queries.view(id).template()).isCover()) {
      whole.addBodyPart(file(bytes.pdf(id), "application/pdf", bytes.fileName(id)));
    }
    enclose(id, whole);
    return whole;
  }

  private void enclose(LetterId id, MimeMultipart whole) throws MessagingException {
    for (DocumentId enclosure : queries.enclosures(id)) {
      DocumentView document = documents.view(enclosure);
      if (document.readable()) {
        whole.addBodyPart(file(documents.read(enclosure), document.mediaType(), document.name()));
      }
    }
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static MimeBodyPart file(byte[] content, String mediaType, String name)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new jakarta.activation.DataHandler(new ByteArrayDataSource(content, mediaType)));
    part.setFileName(oneLine(name));
    part.setDisposition(Part.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static InternetAddress address(String text, @Nullable String name)
      throws MessagingException {
    try {
      String address = MailAddress.of(text).text();
      return name == null
          ? new InternetAddress(address)
          : new InternetAddress(address, oneLine(name), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java has UTF-8", e);
    }
  }

  /** Nothing that goes into a header may start another one. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  /** A message that keeps the Message-ID it was given. */
  private static final class NamedMessage extends MimeMessage {

    private final String messageId;

    NamedMessage(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }

  /** Parts whose boundary follows from the letter; "=_" cannot occur in an encoded part. */
  private static final class FixedMultipart extends MimeMultipart {

    FixedMultipart(String subtype, LetterId id) throws MessagingException {
      super(subtype);
      ContentType type = new ContentType(contentType);
      type.setParameter("boundary", "=_" + subtype + "_" + id);
      contentType = type.toString();
    }
  }
}
