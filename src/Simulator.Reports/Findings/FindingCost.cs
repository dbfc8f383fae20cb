namespace Simulator.Reports.Findings;

/// <summary>
/// The rule that makes findings comparable: everything is counted in replica-seconds, the time of one replica that was asked for and that
/// users miss.
/// </summary>
internal static class FindingCost
{
    /// <summary>
    /// A request that failed costs what serves it, this many times: a missing replica may go unnoticed, a failed request does not.
    /// </summary>
    private const double RequestWeight = 10;

    /// <summary>Data that is gone is gone for good: as bad as its whole application away for a day.</summary>
    private const double LossSeconds = 24 * 3600;

    /// <summary>What still is wrong when the run ends goes on.</summary>
    private const double UnfinishedWeight = 2;

    /// <summary>An old version that goes on serving is half as bad as a replica that is not there.</summary>
    private const double OldVersionWeight = 0.5;

    /// <summary>
    /// Replica-seconds of something that happened once and was made good by somebody: a pod that failed, a container that crashed, a
    /// command that did nothing.
    /// </summary>
    public const double Nuisance = 30;

    /// <summary>The replicas that serve a service and that users missed while its requests failed.</summary>
    /// <param name="share">Of its requests that failed, over the run.</param>
    /// <param name="replicas">That the service has, or should have.</param>
    /// <param name="seconds">Of the run.</param>
    public static double OfRequests(double share, double replicas, double seconds) =>
        RequestWeight * share * Math.Max(1, replicas) * seconds;

    /// <summary>Replicas that were not there and are no longer missing, in replica-seconds.</summary>
    public static double OfReplicas(double replicaSeconds) => replicaSeconds;

    /// <summary>Replicas that are still missing when the run ends, in replica-seconds until then.</summary>
    public static double OfMissing(double replicaSeconds) => UnfinishedWeight * replicaSeconds;

    /// <summary>Pods of the old version that a rollout has not replaced when the run ends.</summary>
    public static double OfOldVersion(double replicaSeconds) => OldVersionWeight * UnfinishedWeight * replicaSeconds;

    /// <summary>Writes that were refused: requests, of an application with so many members.</summary>
    public static double OfClosedTime(double seconds, double members) => RequestWeight * seconds * Math.Max(1, members);

    /// <param name="share">Of an application's data.</param>
    /// <param name="writes">Seconds of writes that were taken and lost.</param>
    /// <param name="members">Of the application.</param>
    public static double OfData(double share, double writes, double members) =>
        ((LossSeconds * share) + (RequestWeight * writes)) * Math.Max(1, members);
}
