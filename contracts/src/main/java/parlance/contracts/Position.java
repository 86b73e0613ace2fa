package parlance.contracts;

/**
 * Identifies a packet by its cause: the place of its command on Kafka, and the packet's index among
 * all packets that the command caused. A replayed command causes the same positions, so a consumer
 * drops a position that it has seen.
 *
 * @param stream the command's topic and partition, such as {@code message.commands-3}
 */
public record Position(String stream, long offset, int index) {

    /** Reads what {@link #toString()} wrote. */
    public static Position parse(String text) {
        var index = text.lastIndexOf('/');
        var offset = text.lastIndexOf('@', index);
        return new Position(
                text.substring(0, offset),
                Long.parseLong(text, offset + 1, index, 10),
                Integer.parseInt(text, index + 1, text.length(), 10));
    }

    /** The number of the stream's partition. */
    public int partition() {
        return Integer.parseInt(stream, stream.lastIndexOf('-') + 1, stream.length(), 10);
    }

    public Position at(int packetIndex) {
        return new Position(stream, offset, packetIndex);
    }

    /** Whether this comes after {@code other} on the same stream. */
    public boolean isAfter(Position other) {
        return offset > other.offset || (offset == other.offset && index > other.index);
    }

    @Override
    public String toString() {
        return stream + "@" + offset + "/" + index;
    }
}
