package parlance.gateway.connection;

import parlance.contracts.StreamEntryId;
import parlance.kit.resume.Cursor;

/** How far a client that may resume has got in its user's stream. For one thread at a time. */
public final class ResumePosition {

    /** Where an entry stands. */
    enum Place {
        NEXT,
        LATER,
        /** Before the client began to count, so that it may not know it. */
        BEFORE_START,
        /** The client said so. */
        KNOWN_TO_CLIENT,
        PAST
    }

    private final boolean resumed;
    private final StreamEntryId start;
    private final Runnable refill;

    private Cursor cursor;

    private ResumePosition(Cursor start, boolean resumed, Runnable refill) {
        this.cursor = start;
        this.start = start.last();
        this.resumed = resumed;
        this.refill = refill;
    }

    /**
     * The client begins to count.
     *
     * @param refill brings what stands before an entry that came too early
     */
    public static ResumePosition begun(Cursor start, Runnable refill) {
        return new ResumePosition(start, false, refill);
    }

    /** The client goes on where it was. */
    public static ResumePosition resumed(Cursor start, Runnable refill) {
        return new ResumePosition(start, true, refill);
    }

    public Cursor cursor() {
        return cursor;
    }

    Place placeOf(StreamEntryId entry) {
        if (entry.follows(cursor.last())) {
            return Place.NEXT;
        }
        if (entry.number() > cursor.last().number()) {
            return Place.LATER;
        }
        if (entry.number() > start.number()) {
            return Place.PAST;
        }
        return resumed ? Place.KNOWN_TO_CLIENT : Place.BEFORE_START;
    }

    void advance(StreamEntryId entry) {
        cursor = cursor.at(entry);
    }

    void askForMissing() {
        refill.run();
    }

    /** The packet with the cursor behind its own fields; where to go on for who has it. */
    String stamp(String packet) {
        return packet.substring(0, packet.length() - 1) + ",\"cursor\":\"" + cursor + "\"}";
    }
}
