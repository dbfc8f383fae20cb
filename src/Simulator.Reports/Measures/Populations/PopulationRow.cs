namespace Simulator.Reports.Measures.Populations;

/// <param name="Users">"us-east1", or "pods of east".</param>
/// <param name="Requests">Over the whole run.</param>
/// <param name="Slow">Answered later than slowAfter, or on a later try.</param>
/// <param name="Stale">Sent by a DNS answer that was no longer current.</param>
/// <param name="FailedStale">Of those that failed, the ones whose stale answer led nowhere.</param>
/// <param name="FailedCurrent">The ones whose current answer led nowhere.</param>
/// <param name="FailedShort">The ones that reached a cluster which was not up to them.</param>
/// <param name="P50">Seconds, of answers in time, the network included; null: there were none.</param>
/// <param name="FirstServed">Seconds from the outage until the first who had lost their service had it again.</param>
/// <param name="Served99">Seconds from the outage until 99 % were served; null: never lost, or never again.</param>
/// <param name="Path">What they waited for, in words; "" without an outage that struck them.</param>
/// <param name="AnsweredBy">Tries that each cluster answered, by its name.</param>
public sealed record PopulationRow(
    string Users,
    string Service,
    double Requests,
    double Failed,
    double Slow,
    double Stale,
    double FailedStale,
    double FailedCurrent,
    double FailedShort,
    double? P50,
    double? P99,
    double? FirstServed,
    double? Served99,
    string Path,
    IReadOnlyDictionary<string, double> AnsweredBy);

/// <summary>What a cluster of a federation carried for others.</summary>
/// <param name="Before">Requests of users a second when the outage began.</param>
/// <param name="Most">Of the run after it.</param>
/// <param name="Machines">When the outage began; null: nobody counts them.</param>
/// <param name="MachinesMax">Most after it.</param>
/// <param name="ExtraCost">US dollars beyond what it would have cost as it was; null: nobody says what a machine costs.</param>
public sealed record SurvivorRow(
    string Cluster, double Before, double Most, int? Machines, int? MachinesMax, double? ExtraCost);
