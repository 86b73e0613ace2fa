package parlance.kit.retry;

/**
 * Other writers were faster each time that a change was tried. Nothing of the change was stored, so
 * its command is tried again as if the database had been away.
 */
public final class WriteContention extends RuntimeException {

    WriteContention(String documents) {
        super("write_contention documents=" + documents, null, false, false);
    }
}
