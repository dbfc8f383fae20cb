using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Federation.Dns;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Federation;

/// <summary>A federated service in up to seven clusters: which records its names have after each thing that happens.</summary>
public sealed class FederationDnsKind : IConformanceKind
{
    public string Kind => "federation-dns";

    public string? Difference(JsonElement recording)
    {
        var service = new ReplayedService(recording);
        var number = 0;
        foreach (var step in recording.List("steps"))
        {
            number++;
            service.Do(step);
            if (service.Difference(step) is { } difference) return $"step {number} ({step.Text("op")}): {difference}";
        }

        return null;
    }

    private sealed class ReplayedService
    {
        private readonly FederatedName _name;
        private readonly Dictionary<string, ClusterPlace> _places;
        private readonly ServiceShards _shards = new();
        private readonly SortedDictionary<string, RecordSet> _records = new(StringComparer.Ordinal);
        private IReadOnlyList<string> _ingress = [];
        private bool _hasEnsured;
        private string _fault = "";

        public ReplayedService(JsonElement recording)
        {
            var key = new ObjectKey(recording.Text("namespace"), recording.Text("service"));
            _name = new FederatedName(key, recording.Text("federationName"), recording.Text("dnsZone"));
            _places = recording.List("clusters").ToDictionary(
                cluster => cluster.Text("name"), cluster => new ClusterPlace(cluster.Texts("zones"), cluster.Text("region")));
        }

        public void Do(JsonElement step)
        {
            var cluster = step.Text("cluster");
            (_hasEnsured, _fault) = (Changes(step, cluster), "");
            if (_hasEnsured) Ensure(cluster);
        }

        public string? Difference(JsonElement step)
        {
            var checks = new (string What, string Now, string Recorded)[]
            {
                ("ensured", $"{_hasEnsured}", $"{step.Bool("dnsEnsured")}"),
                ("error", _fault, step.Text("error")),
                ("records", string.Join("; ", _records.Values.Select(Describe)), string.Join("; ", step.List("records").Select(Describe))),
                ("ingress", string.Join(',', _ingress), string.Join(',', step.Texts("federatedServiceIngress"))),
                ("ready", string.Join(',', _shards.WithReadyEndpoints), string.Join(',', step.Texts("clustersWithReadyEndpoints"))),
                ("with ingress", string.Join(',', _shards.WithIngress), string.Join(',', step.Texts("clustersWithIngress"))),
            };
            var differing = Array.Find(checks, check => check.Now != check.Recorded);
            return differing.What is null ? null : $"{differing.What} {differing.Now}, recorded {differing.Recorded}";
        }

        private bool Changes(JsonElement step, string cluster) => step.Text("op") switch
        {
            "clusterServiceStatus" => Merge(_shards.SeeService(cluster, step.Texts("ingressIPs"), _ingress)),
            "clusterServiceDeleted" => Merge(_shards.LoseService(cluster, _ingress)),
            "endpointsUpdate" => _shards.SeeEndpoints(
                cluster, step.List("subsetsReadyNotReady").Any(subset => subset[0].GetInt32() > 0)),
            "endpointsDeleted" => _shards.SeeEndpoints(cluster, anyReady: false),
            "ensureDnsRecords" => true,
            var op => throw new FormatException($"unknown operation '{op}'"),
        };

        private bool Merge(IReadOnlyList<string>? ingress)
        {
            _ingress = ingress ?? _ingress;
            return ingress is not null;
        }

        private void Ensure(string cluster)
        {
            var plan = RecordPlan.For(cluster, _name, _shards, _places, NameOrder.Instance);
            _fault = plan.Fault;
            foreach (var level in plan.Levels)
            {
                if (level.Set is { } set) _records[level.Name] = set;
                else _records.Remove(level.Name);
            }
        }

        private static string Describe(RecordSet set) =>
            $"{set.Name} {set.Ttl.TotalSeconds} {set with { Data = [.. set.Data.Order(StringComparer.Ordinal)] }}";

        private static string Describe(JsonElement record) =>
            $"{record.Text("name")} {record.Int("ttl")} {record.Text("type")} {string.Join(' ', record.Texts("rrdatas"))}";
    }
}
