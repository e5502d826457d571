package dev.crosswalk.connectors.secrets;

import dev.crosswalk.engine.problem.Place;
import dev.crosswalk.engine.problem.Problem;
import dev.crosswalk.engine.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets in one file, sealed with AES-256-GCM under a key that PBKDF2-HMAC-SHA256 makes from a
 * passphrase (600,000 rounds, OWASP's figure of 2023). Layout: 4 bytes {@code CWS1}, 16 bytes salt,
 * 12 bytes nonce, the sealed bytes. Every write has a new nonce, is on disk when it returns, and
 * happens under a file lock, so that two processes do not lose each other's.
 */
final class SealedFileSecretStore implements SecretStore {
  private static final byte[] MAGIC = {'C', 'W', 'S', '1'};
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int ROUNDS = 600_000;
  private static final int LARGEST = 4 << 20;

  private final Path file;
  private final char[] passphrase;
  private final SecureRandom random;
  private byte[] salt = new byte[0];
  private byte[] key = new byte[0];

  SealedFileSecretStore(Path file, char[] passphrase, SecureRandom random) {
    this.file = file;
    this.passphrase = passphrase.clone();
    this.random = random;
  }

  @Override
  public String describe() {
    return "a file sealed with your passphrase";
  }

  @Override
  public synchronized Optional<String> get(String connection, String secret) {
    return locked(() -> Optional.ofNullable(read().get(name(connection, secret))));
  }

  @Override
  public synchronized void put(String connection, String secret, String value) {
    change(secrets -> secrets.put(name(connection, secret), value));
  }

  @Override
  public synchronized void remove(String connection, String secret) {
    change(secrets -> secrets.remove(name(connection, secret)));
  }

  private static String name(String connection, String secret) {
    return connection + "/" + secret;
  }

  private interface Work<T> {
    T run() throws IOException, GeneralSecurityException;
  }

  private void change(Consumer<Map<String, String>> edit) {
    locked(() -> {
      Map<String, String> secrets = read();
      edit.accept(secrets);
      write(secrets);
      return secrets;
    });
  }

  private <T> T locked(Work<T> work) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("the lock was lost");
        }
        return work.run();
      }
    } catch (AEADBadTagException e) {
      throw problem(
          "secrets-passphrase",
          "The file of sealed secrets does not open with this passphrase, or was changed.",
          "Give the passphrase it was sealed with; or move the file away and enter the secrets"
              + " of your connections again.",
          e);
    } catch (IOException | GeneralSecurityException e) {
      throw problem(
          "secrets-file",
          "The file of sealed secrets cannot be used: " + e.getMessage() + ".",
          "Check that the folder can be written; nothing that was in the file is lost.",
          e);
    }
  }

  private ProblemException problem(String code, String what, String next, Exception cause) {
    return new ProblemException(Problem.error(code, Place.of(file.toString()), what, next), cause);
  }

  private Map<String, String> read() throws IOException, GeneralSecurityException {
    Map<String, String> secrets = new TreeMap<>();
    if (!Files.exists(file)) {
      return secrets;
    }
    if (Files.size(file) > LARGEST) {
      throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
    }
    byte[] bytes = Files.readAllBytes(file);
    int head = MAGIC.length + SALT + NONCE;
    if (bytes.length < head || !java.util.Arrays.equals(bytes, 0, 4, MAGIC, 0, 4)) {
      throw new IOException("it is not a file of sealed secrets");
    }
    useSalt(java.util.Arrays.copyOfRange(bytes, MAGIC.length, MAGIC.length + SALT));
    Cipher cipher =
        cipher(Cipher.DECRYPT_MODE, java.util.Arrays.copyOfRange(bytes, head - NONCE, head));
    byte[] plain = cipher.doFinal(bytes, head, bytes.length - head);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
      for (int count = in.readInt(); count > 0; count--) {
        secrets.put(text(in), text(in));
      }
    }
    return secrets;
  }

  private void write(Map<String, String> secrets) throws IOException, GeneralSecurityException {
    if (salt.length == 0) {
      byte[] fresh = new byte[SALT];
      random.nextBytes(fresh);
      useSalt(fresh);
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(plain)) {
      out.writeInt(secrets.size());
      for (Map.Entry<String, String> entry : secrets.entrySet()) {
        text(out, entry.getKey());
        text(out, entry.getValue());
      }
    }
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.write(MAGIC);
    sealed.write(salt);
    sealed.write(nonce);
    sealed.write(cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.toByteArray()));
    replaceFile(sealed.toByteArray());
  }

  private void replaceFile(byte[] bytes) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          temporary,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(temporary);
    }
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void useSalt(byte[] newSalt) throws GeneralSecurityException {
    if (java.util.Arrays.equals(salt, newSalt)) {
      return;
    }
    PBEKeySpec spec = new PBEKeySpec(passphrase, newSalt, ROUNDS, 256);
    key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    spec.clearPassword();
    salt = newSalt;
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(MAGIC);
    cipher.updateAAD(salt);
    return cipher;
  }

  /** Tokens may be longer than the 64 KiB of writeUTF. */
  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
  }
}
