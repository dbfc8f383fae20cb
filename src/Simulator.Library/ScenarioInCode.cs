using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Library;

/// <summary>
/// A scenario that is put together step by step and held to the same rules as a file. What has no step of its own here is set by its path
/// (<see cref="Set"/>).
/// </summary>
/// <remarks>Pools, workloads and manifests belong to the cluster that was added last.</remarks>
public sealed class ScenarioInCode
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonObject _scenario;
    private readonly JsonArray _clusters = [];
    private readonly JsonArray _outages = [];

    internal ScenarioInCode(string name, TimeSpan duration) =>
        _scenario = new JsonObject { ["scenario"] = name, ["duration"] = Text(duration), ["clusters"] = _clusters, ["outages"] = _outages };

    /// <summary>A cluster in these zones.</summary>
    public ScenarioInCode Cluster(string name, params ReadOnlySpan<string> zones)
    {
        _clusters.Add(new JsonObject
        {
            ["name"] = name,
            ["zones"] = List(zones),
            ["nodePools"] = new JsonArray(),
            ["workloads"] = new JsonArray(),
        });
        return this;
    }

    /// <summary>A pool of machines, dealt out to the zones in turn.</summary>
    /// <param name="machineType">One of <c>simulator machine-types</c>.</param>
    /// <param name="pool">Nodes are called <c>POOL-0001</c> and so on.</param>
    public ScenarioInCode Nodes(int count, string machineType, string pool = "node") =>
        Add("nodePools", new JsonObject { ["name"] = pool, ["machineType"] = machineType, ["count"] = count });

    /// <summary>One controller with a service of its name, called <c>NAME-001</c>.</summary>
    /// <param name="kind">Deployment, ReplicationController, ReplicaSet, DaemonSet, Job or PetSet.</param>
    /// <param name="cpu">A quantity: "500m".</param>
    /// <param name="memory">A quantity: "1Gi".</param>
    public ScenarioInCode Workload(string kind, string name, int replicas, string cpu, string memory) =>
        Add("workloads", new JsonObject
        {
            ["generate"] = new JsonObject
            {
                ["kind"] = kind,
                ["namePrefix"] = name,
                ["count"] = 1,
                ["replicas"] = replicas,
                ["cpu"] = cpu,
                ["memory"] = memory,
                ["service"] = true,
            },
        });

    /// <summary>Kubernetes objects as users have them: files or folders, relative to the current folder.</summary>
    public ScenarioInCode Manifests(params ReadOnlySpan<string> paths) => Add("workloads", new JsonObject { ["manifests"] = List(paths) });

    /// <summary>A trouble of machines.</summary>
    /// <param name="kind">power-loss, network-cut, reboot, ...: all kinds stand in scenarios/README.md.</param>
    /// <param name="zone">Which zone it strikes.</param>
    /// <param name="length">Null: to the end.</param>
    public ScenarioInCode Outage(string kind, string zone, TimeSpan at, TimeSpan? length = null)
    {
        var outage = new JsonObject { ["at"] = Text(at), ["kind"] = kind, ["zone"] = zone };
        if (length is { } time) outage["for"] = Text(time);
        _outages.Add(outage);
        return this;
    }

    /// <summary>As it stands, with one value changed: any key of scenario files by its path.</summary>
    public Experiment Set(string path, string value) => Ready().Set(path, value);

    /// <summary>As it stands.</summary>
    public Experiment Ready() => new(new TextSource(ToJson(), $"{_scenario["scenario"]}.json"));

    /// <inheritdoc cref="Experiment.Run"/>
    public Outcome Run(ulong? seed = null) => Ready().Run(seed);

    /// <summary>As a scenario file that <c>simulator run</c> takes.</summary>
    public string ToJson() => _scenario.ToJsonString(Indented);

    private ScenarioInCode Add(string list, JsonObject item)
    {
        if (_clusters.Count == 0) throw new InvalidOperationException($"{list} belong to a cluster, and there is none yet; add one first");
        _clusters[^1]![list]!.AsArray().Add(item);
        return this;
    }

    private static JsonArray List(ReadOnlySpan<string> texts)
    {
        var list = new JsonArray();
        foreach (var text in texts) list.Add(text);
        return list;
    }

    private static string Text(TimeSpan time) => time == TimeSpan.Zero
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.###}ms");
}
