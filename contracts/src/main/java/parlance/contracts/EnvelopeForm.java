package parlance.contracts;

/** How a client wrote its request, which decides the shape of an error (protocol 2.1). */
public enum EnvelopeForm {
    /** {@code {"request":{NAME:…,"id":…}}} */
    ENVELOPED,
    /** {@code {NAME:…,"id":…}} */
    TOP_LEVEL
}
