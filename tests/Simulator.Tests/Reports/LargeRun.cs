using Simulator.Reports.Measures;
using Simulator.World.Observations;

namespace Simulator.Tests.Reports;

/// <summary>A run of many of everything: nodes, zones, pods, workloads, services that users ask, outages, commands, failures.</summary>
/// <param name="Scale">1: 2,000 nodes, 20,000 pods of 1,000 workloads, as many services.</param>
internal sealed record LargeRun(int Scale)
{
    private const string Cluster = "east";
    private const int End = 3600;
    private readonly RunRecorder _recorder = new(TinyRun.Scenario with { Duration = TimeSpan.FromSeconds(End) });

    private int Nodes => 2000 * Scale;

    private int Workloads => 1000 * Scale;

    private int Outages => 1000 * Scale;

    private int Zones => 50 * Scale;

    public RunRecorder Record()
    {
        Start();
        for (var i = 0; i < Outages; i++) Trouble(i, 60 + (i * 3000.0 / Outages));
        Tell(End, ObservationKind.RunEnded, Cluster);
        return _recorder;
    }

    private void Start()
    {
        for (var i = 0; i < Nodes; i++)
        {
            Tell(0, ObservationKind.NodeAdded, Node(i), $"zone-{i % Zones:0000}", 4000, 16_000_000_000);
            Tell(0, ObservationKind.NodeReadyChanged, Node(i), "True");
        }

        for (var i = 0; i < Workloads; i++) Begin(i);
        Tell(0, ObservationKind.ClusterStarted, Cluster, "", Workloads * 20);
    }

    private void Begin(int workload)
    {
        Tell(0, ObservationKind.ServiceCreated, Workload(workload));
        Tell(0, ObservationKind.WorkloadScaled, Workload(workload), "Deployment", 20);
        for (var i = 0; i < 20; i++) Run(0, Pod(workload, i), Workload(workload), Node((workload * 20) + i));
        Tell(0, ObservationKind.EndpointsChanged, Workload(workload), "", 20);
        Tell(0, ObservationKind.TrafficChanged, Workload(workload), "", 1000);
    }

    /// <summary>A node goes, and never comes back; its pods do elsewhere, but for those of some workloads.</summary>
    private void Trouble(int index, double at)
    {
        var (workload, pod) = (index % Workloads, Pod(index % Workloads, 0));
        var kind = (index % 3) switch { 0 => "PowerLoss", 1 => "Reboot", _ => "NetworkCut" };
        Tell(at, ObservationKind.OutageStarted, Node(workload * 20), kind);
        Tell(at, ObservationKind.NodeWentDown, Node(workload * 20), kind);
        Tell(at, ObservationKind.PodStoppedServing, pod, Node(workload * 20));
        Tell(at + 0.1, ObservationKind.TrafficChanged, Workload(workload), "", 1000, 50);
        Tell(at + 0.2, ObservationKind.NodeReadyChanged, Node(workload * 20), "Unknown");
        Tell(at + 0.2, ObservationKind.PodNotReady, pod, Node(workload * 20));
        Tell(at + 0.3, ObservationKind.OperationDone, $"delete Pod {pod}", index % 2 == 0 ? "Ok" : "it is not there");
        Tell(at + 0.3, ObservationKind.PodDeletionMarked, pod, Node(workload * 20));
        Tell(at + 0.4, ObservationKind.PodRemoved, pod, Node(workload * 20));
        if (index % 2 == 0) Run(at + 0.5, Pod(workload, 20), Workload(workload), Node((workload * 20) + 1));
        if (index % 2 == 0) Tell(at + 0.6, ObservationKind.TrafficChanged, Workload(workload), "", 1000);
        Tell(at + 0.7, ObservationKind.OutageEnded, Node(workload * 20), kind);
    }

    private void Run(double at, string pod, string workload, string node)
    {
        Tell(at, ObservationKind.PodCreated, pod, workload, 50, 1_000_000);
        Tell(at, ObservationKind.PodBound, pod, node);
        Tell(at, ObservationKind.PodServing, pod, node);
        Tell(at, ObservationKind.PodReady, pod, node);
    }

    private void Tell(double at, ObservationKind kind, string subject, string other = "", long value = 0, long extra = 0) =>
        _recorder.Observe(new Observation(TimeSpan.FromSeconds(at), kind, Cluster, subject, other, value, extra));

    private string Node(int index) => $"node-{index % Nodes:00000}";

    private static string Workload(int index) => $"default/web-{index:00000}";

    private static string Pod(int workload, int index) => $"default/web-{workload:00000}-{index:000}";
}
