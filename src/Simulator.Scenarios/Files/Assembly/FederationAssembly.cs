using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds a federation against the clusters that it joins, and reads its objects.</summary>
internal sealed class FederationAssembly(IReadOnlyList<ClusterSpec> clusters, TimeSpan duration)
{
    /// <summary>What its API server keeps: that of 1.3 clusters and services, that of 1.4 ReplicaSets and namespaces, too.</summary>
    private static readonly string[] Kinds = ["Cluster", "Namespace", "ReplicaSet", "Service"];

    private readonly List<(Service Service, SourceNode Place)> _balanced = [];
    private readonly HashSet<string> _names = [.. clusters.Select(cluster => cluster.Name)];

    public FederationSpec? Assemble(Placed<FederationDraft>? placed)
    {
        if (placed is null) return null;
        var (draft, fields) = (placed.Value, placed.Fields);
        if (_names.Contains(FederationSpec.Site))
            fields.Error(
                $"a cluster is called '{FederationSpec.Site}', which is how the federation itself is called; allowed is another name");
        if (draft.Home.Length > 0 && !_names.Contains(draft.Home)) fields.ErrorAt("home", Unknown(draft.Home));
        var workloads = draft.Workloads.Select(Read).ToList();
        var federation = new FederationSpec
        {
            Name = draft.Name,
            Domain = draft.Domain,
            Home = draft.Home,
            Mode = draft.Mode,
            ControllerManager = draft.ControllerManager,
            Dns = draft.Dns,
            Members = [.. Members(draft, workloads).Order(StringComparer.Ordinal)],
            Workloads = workloads,
        };
        foreach (var (service, place) in _balanced) CheckClouds(service, place, federation.Members, fields.Context.Diagnostics);
        return federation;
    }

    private string Unknown(string name) =>
        $"no cluster '{Wording.Shortened(name)}'; the clusters are {Wording.Listed(clusters.Select(c => c.Name))}";

    /// <summary>Those that the key names (all without it), and those whose Cluster object is there from the start.</summary>
    private HashSet<string> Members(FederationDraft draft, IReadOnlyList<WorkloadSpec> workloads)
    {
        IEnumerable<string> objects = workloads.Where(workload => workload.At == TimeSpan.Zero)
            .SelectMany(workload => workload.Objects.OfType<Cluster>()).Select(cluster => cluster.Name);
        if (draft.Members is null) return workloads.Any(HasClusters) ? [.. objects] : [.. _names];
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cursor in draft.Members)
        {
            if (cursor.Text() is not { } name) continue;
            if (!_names.Contains(name)) cursor.Error(Unknown(name));
            else if (!members.Add(name)) cursor.Error($"'{name}' is a member already; allowed is each cluster once");
        }

        return [.. members, .. objects];
    }

    private static bool HasClusters(WorkloadSpec workload) => workload.Objects.Any(value => value is Cluster);

    private WorkloadSpec Read(Placed<WorkloadDraft> placed)
    {
        var (draft, fields) = (placed.Value, placed.Fields);
        if (duration > TimeSpan.Zero && draft.At >= duration)
            fields.ErrorAt("at", $"{GoDuration.Format(draft.At)} is not before the end of the run ({GoDuration.Format(duration)})");
        if (fields.Has("trace"))
        {
            fields.ErrorAt("trace", "the pods of a trace come to a cluster, not to a federation; allowed are manifests");
        }
        if (fields.Has("generate")) fields.ErrorAt("generate", "nothing is generated for a federation; allowed are manifests");
        var reader = new ManifestReader(fields.Context.Diagnostics) { Files = SourceFiles.Of(fields.Context) };
        var paths = draft.Manifests.Select(cursor => (Cursor: cursor, Path: cursor.RelatedPath()))
            .Where(file => file.Path is not null)
            .ToList();
        foreach (var (_, path) in paths) reader.Survey(path!);
        var read =
            paths.SelectMany(file => reader.ReadPath(file.Path!).Select(value => (value, Place: reader.PlaceOf(value) ?? file.Cursor.Node)))
            .ToList();
        return new WorkloadSpec(
            draft.At, [.. read.Where(found => Takes(found.value, found.Place, fields)).Select(found => Creation.Of(found.value))])
        {
            Refused = [.. read.Where(found => reader.IsRefused(found.value)).Select(found => found.value)],
        };
    }

    private bool Takes(ApiObject value, SourceNode place, FieldReader fields)
    {
        var diagnostics = fields.Context.Diagnostics;
        if (value is Cluster && !_names.Contains(value.Name)) diagnostics.Error(place, Unknown(value.Name));
        if (value is Service { Type: "LoadBalancer" } service) _balanced.Add((service, place));
        if (PodCount.IsTooLarge(value, place, diagnostics)) return false;
        if (Kinds.Contains(value.Kind)) return value is not Namespace;
        diagnostics.Error(place, $"the API server of a federation keeps no {value.Kind}; allowed are {Wording.Listed(Kinds)}");
        return false;
    }

    /// <summary>A member that has no cloud is a mistake; a cluster that may join one day is worth a word.</summary>
    private void CheckClouds(Service service, SourceNode place, IReadOnlyList<string> members, Diagnostics diagnostics)
    {
        foreach (var ofMembers in new[] { true, false })
        {
            var without = clusters.Where(cluster => !cluster.ControllerManager.CloudProvider).Select(cluster => cluster.Name)
                .Where(name => members.Contains(name) == ofMembers)
                .ToList();
            if (without.Count == 0) continue;
            var text = $"Service {service.Key} wants a load balancer, which {Wording.Listed(without)} cannot give: there it never gets "
                + "an address, and so never into DNS; a cloud comes with controller-manager: { cloud-provider: gce }";
            if (ofMembers) diagnostics.Error(place, $"{text}, and federation: {{ members: [...] }} names the clusters that take part");
            else diagnostics.Remark(place, text);
        }
    }
}
