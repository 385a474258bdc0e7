package dev.layerscope.operation.changeset;

import dev.layerscope.edit.FileChange;
import dev.layerscope.git.Clone;
import dev.layerscope.git.Commit;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.commit.ChangeSet;
import dev.layerscope.operation.open.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a change set as mails that {@code git am} takes, one for each branch it moved. */
public final class ExportPatches {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private ExportPatches() {}

  /**
   * @param folder where the files go; made when it is not there
   * @return the files written
   */
  public static List<Path> write(Opened opened, ChangeSet set, Path folder) throws IOException {
    Files.createDirectories(folder);
    var written = new ArrayList<Path>();
    for (ChangeSet.Move move : set.moves()) {
      if (opened.access().at(move.repository())
              instanceof Access.Available(RepoUrl url, Clone clone)
          && move.after().isPresent()) {
        Optional<Commit> commit = clone.history().commit(move.after().get());
        List<FileChange> files =
            ChangeDetails.files(
                move.base().flatMap(clone::snapshot), move.after().flatMap(clone::snapshot));
        if (commit.isPresent() && !files.isEmpty()) {
          String name =
              "%04d-%s-%s.patch"
                  .formatted(
                      written.size() + 1,
                      url.shortName(),
                      move.branch().replaceAll("[^A-Za-z0-9._-]", "-"));
          written.add(Files.writeString(folder.resolve(name), mail(commit.get(), files)));
        }
      }
    }
    return written;
  }

  private static String mail(Commit commit, List<FileChange> files) {
    var out = new StringBuilder();
    out.append("From ").append(commit.id()).append(" Mon Sep 17 00:00:00 2001\n");
    out.append("From: ")
        .append(commit.author().name())
        .append(" <")
        .append(commit.author().email())
        .append(">\n");
    out.append("Date: ")
        .append(
            ZonedDateTime.ofInstant(commit.author().when(), commit.author().zone()).format(DATE))
        .append('\n');
    out.append("Subject: [PATCH] ").append(commit.subject()).append("\n\n");
    String body = commit.message().lines().skip(1).reduce("", (a, b) -> a + b + "\n").strip();
    if (!body.isEmpty()) {
      out.append(body).append('\n');
    }
    out.append("---\n\n");
    files.forEach(file -> out.append(file.diff()));
    return out.append("-- \nlayerscope\n\n").toString();
  }
}
