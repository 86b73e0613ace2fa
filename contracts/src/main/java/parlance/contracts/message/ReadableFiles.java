package parlance.contracts.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import parlance.contracts.FileId;

/** Those of the files asked for that the user may read, by {@code id}. */
public record ReadableFiles(@JsonProperty("ids") Set<FileId> ids) {}
