using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Documents;
using Simulator.World.ApiServer;

namespace Simulator.Serve.Dashboard;

/// <summary>
/// How the pods of some owners are: counted once for each set of labels, for there are as many of these as there are templates.
/// </summary>
internal sealed class PodTally
{
    /// <summary>Of one owner: more nobody reads under a row.</summary>
    private const int WarningsMax = 3;

    private readonly Dictionary<(string Home, LabelSet Labels), Counts> _alike = new(new ByReference());

    /// <param name="home">Null: all namespaces.</param>
    public PodTally(ObjectStore store, IDocumentStore documents, string? home)
    {
        foreach (var pod in store.List("Pod", home ?? "").Cast<Pod>()) Of(pod).Add(pod);
        foreach (var told in documents.List("events", home))
        {
            if (told.Text("type") != "Warning" || told["involvedObject"] is not JsonObject about || about.Text("kind") != "Pod") continue;
            var key = new ObjectKey(about.Text("namespace"), about.Text("name"));
            if (store.Find<Pod>("Pod", key) is { IsActive: true, IsReady: false } pod) Of(pod).Warnings.Add(told.Text("message"));
        }
    }

    /// <summary>Null for an object that selects no pods.</summary>
    public JsonObject? Of(ApiObject owner)
    {
        if (owner is not (IPodOwner or Service)) return null;
        var sum = new Counts();
        if (MatcherOf(owner) is { } matches)
        {
            foreach (var ((home, labels), counts) in _alike)
            {
                if (home == owner.Namespace && matches(labels)) sum.Add(counts);
            }
        }

        return sum.Document(WarningsMax);
    }

    private static Func<LabelSet, bool>? MatcherOf(ApiObject owner) => owner switch
    {
        Service { Selector: { } selector } => selector.IsSubsetOf,
        IPodOwner { PodSelector: { } selector } when SelectorMatcher.TryCompile(selector, out var matcher, out _)
            && matcher != SelectorMatcher.Everything => matcher.Matches,
        _ => null,
    };

    private Counts Of(Pod pod)
    {
        var key = (pod.Namespace, pod.Metadata.Labels);
        if (!_alike.TryGetValue(key, out var counts)) _alike.Add(key, counts = new Counts());
        return counts;
    }

    private sealed class Counts
    {
        private int _running, _ready, _pending, _succeeded, _failed, _going;

        public SortedSet<string> Warnings { get; } = new(StringComparer.Ordinal);

        public void Add(Pod pod)
        {
            if (pod.Metadata.IsBeingDeleted) _going++;
            else if (pod.Status.Phase == PodPhase.Succeeded) _succeeded++;
            else if (pod.Status.Phase == PodPhase.Failed) _failed++;
            else if (pod.Status.Phase == PodPhase.Running) _running++;
            else _pending++;
            if (pod is { IsActive: true, IsReady: true }) _ready++;
        }

        public void Add(Counts other)
        {
            _running += other._running;
            _ready += other._ready;
            _pending += other._pending;
            _succeeded += other._succeeded;
            _failed += other._failed;
            _going += other._going;
            Warnings.UnionWith(other.Warnings);
        }

        public JsonObject Document(int warningsMax) => new()
        {
            ["running"] = _running,
            ["ready"] = _ready,
            ["pending"] = _pending,
            ["succeeded"] = _succeeded,
            ["failed"] = _failed,
            ["going"] = _going,
            ["warnings"] = new JsonArray([.. Warnings.Take(warningsMax).Select(text => (JsonNode)text)]),
        };
    }

    /// <summary>Pods of one template share the instance of their labels.</summary>
    private sealed class ByReference : IEqualityComparer<(string Home, LabelSet Labels)>
    {
        public bool Equals((string Home, LabelSet Labels) left, (string Home, LabelSet Labels) right) =>
            ReferenceEquals(left.Labels, right.Labels) && left.Home == right.Home;

        public int GetHashCode((string Home, LabelSet Labels) key) =>
            HashCode.Combine(key.Home, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Labels));
    }
}
