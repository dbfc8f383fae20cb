using Simulator.Api;
using Simulator.Reports.Statistics;
using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

/// <summary>The command of a user after which the requests of a service began to fail.</summary>
/// <param name="workloads">Those behind it.</param>
internal sealed class FailureCause(RunRecorder run, ServiceLife service, IReadOnlyList<WorkloadLife> workloads)
{
    private const string Delete = "delete ";

    /// <summary>
    /// Pods are stopped within their grace period, which is 30 s unless they say otherwise; what fails later has another reason.
    /// </summary>
    private static readonly TimeSpan LagMax = TimeSpan.FromMinutes(1);

    /// <summary>A command is told when it is done, a few seconds after its first call.</summary>
    private static readonly TimeSpan CommandMax = TimeSpan.FromSeconds(5);

    /// <summary><c>failing since 0:01:02, when a user deleted Deployment web</c>; null: no such command came right before.</summary>
    public string? Text => service.FailingFrom is { } from && Before(from) is { } fact
        ? $"failing since {HumanTime.Clock(from.TotalSeconds)}, {(from - fact.At < CommandMax ? "when" : "after")} {Done(fact.Subject)}"
        : null;

    private Observation? Before(TimeSpan from) => run.Commands
        .Where(fact => fact.Cluster == service.Cluster
            && fact.At - from <= CommandMax
            && from - fact.At <= LagMax
            && IsAbout(fact.Subject))
        .Select(fact => (Observation?)fact).LastOrDefault();

    private bool IsAbout(string command) => IsAbout(command, nameof(Service), service.Name)
        || IsAbout(command, nameof(Namespace), service.Name[..service.Name.IndexOf('/', StringComparison.Ordinal)])
        || workloads.Any(workload => IsAbout(command, workload.Kind, workload.Name));

    private static bool IsAbout(string command, string kind, string name) =>
        $"{command} ".Contains($" {kind} {name} ", StringComparison.Ordinal);

    private static string Done(string command) =>
        command.StartsWith(Delete, StringComparison.Ordinal)
            ? $"a user deleted {Short(command[Delete.Length..])}"
            : $"a user's command to {Short(command)} was done";

    private static string Short(string words) => words.Replace(" default/", " ", StringComparison.Ordinal);
}
