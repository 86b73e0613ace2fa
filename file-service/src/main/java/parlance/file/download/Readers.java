package parlance.file.download;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.message.ReadableFilesQuery;
import parlance.contracts.message.ReadableFilesQuery.SharedFile;
import parlance.file.download.ReadersConfig.Rule;
import parlance.file.stored.StoredFile;

/** Who may read which file: see {@link ReadersConfig#read}. */
@Singleton
public final class Readers {

    private final ReadersConfig config;
    private final MessageClient messages;

    Readers(ReadersConfig config, @RestClient MessageClient messages) {
        this.config = config;
        this.messages = messages;
    }

    /**
     * Those that this user may read.
     *
     * @param files of the user's organization
     */
    public Map<FileId, StoredFile> readable(
            OrganizationId organization, UserId reader, Map<FileId, StoredFile> files) {
        if (config.read() == Rule.ORGANIZATION) {
            return files;
        }
        Predicate<StoredFile> own =
                file -> file.owner().equals(reader) || file.audience().everybody();
        var others = files.values().stream().distinct().filter(own.negate()).toList();
        var shared =
                others.isEmpty()
                        ? Set.<FileId>of()
                        : messages.findReadable(
                                        new ReadableFilesQuery(
                                                organization,
                                                reader,
                                                others.stream().map(Readers::shared).toList()))
                                .ids();
        return files.entrySet().stream()
                .filter(named ->
                        own.test(named.getValue()) || shared.contains(named.getValue().id()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SharedFile shared(StoredFile file) {
        return new SharedFile(
                file.id(), file.objectId(), file.owner(), file.audience().conversations());
    }
}
