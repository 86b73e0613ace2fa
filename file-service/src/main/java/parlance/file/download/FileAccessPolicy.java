package parlance.file.download;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.UserId;
import parlance.file.download.FileAccessConfig.Rule;
import parlance.file.metadata.FileMetadata;

/** Who may read which file, as far as file-service knows: see {@link FileAccessConfig#read}. */
@Singleton
public final class FileAccessPolicy {

    private final FileAccessConfig config;

    FileAccessPolicy(FileAccessConfig config) {
        this.config = config;
    }

    /**
     * @param readable under the names that they were asked for by
     * @param shared files of others, readable for those to whom they were sent: message-service
     *     knows who that is
     */
    record Access(Map<FileId, FileMetadata> readable, Set<FileMetadata> shared) {}

    /**
     * @param files of the reader's organization
     */
    Access of(UserId reader, Map<FileId, FileMetadata> files) {
        var readable = new HashMap<FileId, FileMetadata>();
        var shared = new HashSet<FileMetadata>();
        files.forEach((name, file) -> {
            if (isReadable(reader, file)) {
                readable.put(name, file);
            } else {
                shared.add(file);
            }
        });
        return new Access(readable, shared);
    }

    /**
     * Whether this user may let others read the file. Where only participants read, that is for its
     * owner to decide, unless those others can read it already.
     *
     * @param conversation whose participants are to read it; none for the whole organization
     */
    public boolean mayGrant(UserId user, FileMetadata file, @Nullable ConversationId conversation) {
        return isReadable(user, file)
                || (conversation != null && file.audience().conversations().contains(conversation));
    }

    private boolean isReadable(UserId reader, FileMetadata file) {
        return config.read() == Rule.ORGANIZATION
                || file.owner().equals(reader)
                || file.audience().everybody();
    }
}
