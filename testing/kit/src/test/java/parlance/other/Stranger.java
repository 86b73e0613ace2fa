package parlance.other;

/** A class of another service. */
public class Stranger {}
