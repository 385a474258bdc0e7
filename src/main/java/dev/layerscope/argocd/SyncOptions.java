package dev.layerscope.argocd;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sync options that Argo CD knows, as they are written (specification §1.7, §1.10). */
public final class SyncOptions {
  /** In the annotation of one object. */
  public static final Set<String> OF_OBJECTS =
      Set.of(
          "Prune=true",
          "Prune=false",
          "Prune=confirm",
          "Delete=true",
          "Delete=false",
          "Delete=confirm",
          "Validate=true",
          "Validate=false",
          "SkipDryRunOnMissingResource=true",
          "SkipDryRunOnMissingResource=false",
          "Replace=true",
          "Replace=false",
          "Force=true",
          "Force=false",
          "ServerSideApply=true",
          "ServerSideApply=false",
          "PruneLast=true",
          "PruneLast=false",
          "ApplyOutOfSyncOnly=true",
          "ApplyOutOfSyncOnly=false",
          "ClientSideApplyMigration=true",
          "ClientSideApplyMigration=false",
          "PrunePropagationPolicy=foreground",
          "PrunePropagationPolicy=background",
          "PrunePropagationPolicy=orphan");

  /** In the policy of an Application: these, and what is said of all its objects together. */
  public static final Set<String> OF_APPLICATIONS =
      Stream.concat(
              OF_OBJECTS.stream(),
              Stream.of(
                  "CreateNamespace=true",
                  "CreateNamespace=false",
                  "RespectIgnoreDifferences=true",
                  "RespectIgnoreDifferences=false",
                  "FailOnSharedResource=true",
                  "FailOnSharedResource=false"))
          .collect(Collectors.toUnmodifiableSet());

  private SyncOptions() {}
}
