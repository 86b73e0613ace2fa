package parlance.user.password;

/** Computes Argon2id hashes in the PHC string format, with salt and parameters. */
interface Argon2id {

    String hash(String password);

    /** Whether the hash is the password's, whatever its parameters. */
    boolean matches(String password, String hash);
}
