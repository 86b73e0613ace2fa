package parlance.contracts;

/** JSON text that is carried as it is, neither parsed nor escaped. */
public record RawJson(String text) {}
