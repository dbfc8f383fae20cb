namespace Simulator.Reports.Measures.Stateful;

/// <param name="Kind">"quorum", "primary-replica" or "sharded"; "" if nothing says so.</param>
/// <param name="Members">Replicas asked for at the end.</param>
/// <param name="WasWritable">It took writes at some time; what follows is counted from then on.</param>
/// <param name="SecondsNotWritable">Seconds in which it refused writes, all or some.</param>
/// <param name="TimesNotWritable">How often that began.</param>
/// <param name="IsWritable">At the end.</param>
/// <param name="UnderReplicatedSeconds">Copies of its data that were missing or behind, times seconds.</param>
/// <param name="DataLost">Largest share that was lost at once, from 0 to 1.</param>
/// <param name="WritesLost">Seconds of writes.</param>
/// <param name="Losses">What was lost, in words, one for each time.</param>
/// <param name="Promotions">Times that another member became the primary.</param>
public sealed record StatefulRow(
    string Cluster,
    string Workload,
    string Kind,
    int Members,
    bool WasWritable,
    double SecondsNotWritable,
    double LongestNotWritable,
    int TimesNotWritable,
    bool IsWritable,
    double WritesRefused,
    double UnderReplicatedSeconds,
    double DataLost,
    double WritesLost,
    IReadOnlyList<string> Losses,
    int Promotions)
{
    /// <summary>
    /// When all its members had all data for the first time, in seconds since the start of the run; null: they had from the start, or
    /// never.
    /// </summary>
    public double? CompleteAt { get; init; }
}

/// <summary>A pet that was away or is not there; times are seconds since the start of the run, null: it never came to it.</summary>
/// <param name="WasOn">Node of the life that ended; "" if it never ran.</param>
/// <param name="GoneAt">No longer both ready and serving.</param>
/// <param name="EvictedAt">Its pod got a deletion timestamp.</param>
/// <param name="RecreatedAt">The first pod in its place.</param>
/// <param name="BackAt">Both ready and serving again.</param>
/// <param name="On">Node where it is back, or waits to be.</param>
/// <param name="Absence">Seconds, the longest time; to the end of the run if it is not back.</param>
/// <param name="Absences">How often it was away; 0: it has never been there.</param>
/// <param name="RanOn">In truth it ran all that time; only the API called it not ready.</param>
/// <param name="KeptItsService">Its service takes pets that are not ready, too.</param>
public sealed record PetRow(
    string Cluster,
    string Set,
    string Pet,
    int Ordinal,
    string WasOn,
    string WasIn,
    double? GoneAt,
    double? EvictedAt,
    double? RecreatedAt,
    double? BackAt,
    string On,
    string In,
    double Absence,
    int Absences,
    bool RanOn = false,
    bool KeptItsService = false)
{
    /// <summary>Seconds that it is away when the run ends, which need not be the longest time; null: it is there.</summary>
    public double? AwayAtEnd { get; init; }
}

/// <summary>Two lives of one pet at once.</summary>
/// <param name="At">Seconds since the start of the run.</param>
public sealed record OverlapRow(string Cluster, string Pet, string OldNode, string NewNode, double At, double Seconds, bool IsOver);

/// <param name="Since">When it came to its phase, in seconds since the start of the run.</param>
/// <param name="Why">What the binder last said.</param>
public sealed record ClaimRow(string Cluster, string Claim, string Phase, double Since, string Why);

/// <param name="StaleSeconds">Time in which nothing served at the address that DNS told.</param>
public sealed record NameRow(string Cluster, string Name, int Changes, double StaleSeconds, double LongestStale);
