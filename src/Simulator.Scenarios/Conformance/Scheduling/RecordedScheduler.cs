using System.Globalization;
using System.Text;
using System.Text.Json;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.ControlPlane.Scheduling.Priorities;
using Simulator.Scenarios.Files.Sources;

namespace Simulator.Scenarios.Conformance.Scheduling;

/// <summary>A recording's flags, policy and cluster, loaded as the scheduler's watches would load them.</summary>
internal sealed class RecordedScheduler
{
    private readonly List<string> _customNames = [];

    public RecordedScheduler(JsonElement recording)
    {
        Settings = SettingsOf(recording.GetProperty("config"));
        Algorithm = SchedulingAlgorithm.From(PolicyOf(recording.GetProperty("policy")), Settings, out var errors)
            ?? throw new JsonException(string.Join("; ", errors));
        foreach (var list in recording.GetProperty("state").EnumerateObject()) Load(list);
    }

    public SchedulerSettings Settings { get; }

    public SchedulingAlgorithm Algorithm { get; }

    public ClusterState State { get; } = new();

    /// <summary>All registered predicates and the policy's own.</summary>
    public IEnumerable<NamedPredicate> AllPredicates =>
        PredicateTable.Names.Select(name => new NamedPredicate(name, PredicateTable.Make(name, Settings)!))
            .Concat(Algorithm.Predicates.Where(entry => _customNames.Contains(entry.Name)));

    /// <summary>All registered priorities and the policy's own.</summary>
    public IEnumerable<NamedPriority> AllPriorities =>
        PriorityTable.Names.Select(name => new NamedPriority(name, 1, PriorityTable.Make(name, Settings)!))
            .Concat(Algorithm.Priorities.Where(entry => _customNames.Contains(entry.Name)));

    public static ApiObject ObjectOf(JsonElement element, string kind = "") =>
        ManifestReader.ReadTrusted(SourceTree.ParseJson("recording", Encoding.UTF8.GetBytes(element.GetRawText())), kind);

    /// <summary>Adds or replaces an object of the state; pods count if they are bound and not finished.</summary>
    public void Set(ApiObject value)
    {
        switch (value)
        {
            case Node node: State.Cache.SetNode(node); break;
            case Pod { IsAssigned: true, IsFinished: false } pod: State.Cache.AddPod(pod); break;
            case Service service: State.Set(service); break;
            case ReplicationController controller: State.Set(controller); break;
            case ReplicaSet replicaSet: State.Set(replicaSet); break;
            case PersistentVolume volume: State.Set(volume); break;
            case PersistentVolumeClaim claim: State.Set(claim); break;
        }
    }

    private static SchedulerSettings SettingsOf(JsonElement config)
    {
        var isNumber = int.TryParse(
            config.GetProperty("kubeMaxPdVols").GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var volumes);
        return new SchedulerSettings
        {
            HardPodAffinitySymmetricWeight = config.Int("hardPodAffinitySymmetricWeight"),
            FailureDomains = config.Text("failureDomains").Split(',', StringSplitOptions.RemoveEmptyEntries),
            MaxVolumesOverride = isNumber && volumes > 0 ? volumes : null,
        };
    }

    private SchedulerPolicy? PolicyOf(JsonElement policy)
    {
        if (policy.ValueKind == JsonValueKind.Null) return null;
        var diagnostics = new Diagnostics();
        var read = SchedulerPolicyReader.Read(SourceTree.ParseJson("policy", Encoding.UTF8.GetBytes(policy.GetRawText())), diagnostics)
            ?? throw new JsonException(diagnostics.Errors[0].ToString());
        _customNames.AddRange(read.Predicates.Where(entry => entry.ServiceAffinityLabels is not null
            || entry.LabelsPresence is not null).Select(entry => entry.Name));
        _customNames.AddRange(read.Priorities.Where(entry => entry.ServiceAntiAffinityLabel is not null
            || entry.LabelPreference is not null).Select(entry => entry.Name));
        return read;
    }

    private void Load(JsonProperty list)
    {
        if (list.Value.ValueKind != JsonValueKind.Array) return;
        foreach (var element in list.Value.EnumerateArray()) Set(ObjectOf(element));
    }
}
