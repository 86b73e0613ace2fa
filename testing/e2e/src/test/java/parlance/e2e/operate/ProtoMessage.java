package parlance.e2e.operate;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A protobuf message, as far as texts, bytes and messages in it go; numbers are passed over. */
record ProtoMessage(Map<Integer, List<byte[]>> fields) {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    static ProtoMessage read(byte[] bytes) throws IOException {
        var fields = new HashMap<Integer, List<byte[]>>();
        var input = ByteBuffer.wrap(bytes);
        while (input.hasRemaining()) {
            var tag = (int) varint(input);
            switch (tag & 7) {
                case VARINT -> varint(input);
                case FIXED64 -> input.position(input.position() + Long.BYTES);
                case FIXED32 -> input.position(input.position() + Integer.BYTES);
                case DELIMITED -> {
                    var value = new byte[(int) varint(input)];
                    input.get(value);
                    fields.computeIfAbsent(tag >>> 3, _ -> new ArrayList<>()).add(value);
                }
                default -> throw new EOFException("tag " + tag);
            }
        }
        return new ProtoMessage(fields);
    }

    List<ProtoMessage> messages(int field) throws IOException {
        var messages = new ArrayList<ProtoMessage>();
        for (var value : fields.getOrDefault(field, List.of())) {
            messages.add(read(value));
        }
        return messages;
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    String hex(int field) {
        return HexFormat.of().formatHex(bytes(field));
    }

    private byte[] bytes(int field) {
        var values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? new byte[0] : values.getLast();
    }

    private static long varint(ByteBuffer input) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            var next = input.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
