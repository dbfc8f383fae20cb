using Simulator.Api;

namespace Simulator.Tests.ControlPlane.Scheduling;

/// <summary>Pods of every kind that decisions tell apart, small enough that a few of them fill a node.</summary>
internal static class ChurnTemplates
{
    private static readonly string[] Apps = ["a", "b", "c"];

    private static readonly PodAffinityTerm Broken = new()
    {
        LabelSelector = new LabelSelector { MatchExpressions = [new SelectorRequirement("app", "Among", ["a"])] },
        TopologyKey = WellKnownLabels.Zone,
    };

    private static readonly Parsed<IReadOnlyList<Toleration>> Tolerating = new([new Toleration("k", "Exists", "", "")]);

    /// <summary>One instance of each: they are known templates.</summary>
    public static IReadOnlyList<Pod> All { get; } = [.. Make()];

    /// <summary>The same pod as somebody would write it anew: equal, of a template never seen before, with one label more.</summary>
    public static Pod Renewed(Pod template, int number) => template with
    {
        Metadata = template.Metadata with { Labels = template.Metadata.Labels.With("version", $"v{number}") },
        Spec = template.Spec with { Containers = [.. template.Spec.Containers] },
    };

    private static IEnumerable<Pod> Make()
    {
        foreach (var app in Apps)
        {
            yield return Pod(app);
            yield return Pod(app, "cpu=3") with { Metadata = Meta(app, "other") };
            yield return With(Pod(app), pod => pod with { NodeSelector = LabelSet.Of(("pool", "p1")) });
            yield return With(Pod(app, "cpu=1 port=80"), pod => pod);
            yield return With(Pod(app), pod => pod with { Tolerations = Tolerating });
            foreach (var affinity in Affinities(app)) yield return With(Pod(app), pod => pod with { Affinity = affinity });
            foreach (var volume in Volumes(app)) yield return With(Pod(app), pod => pod with { Volumes = [volume] });
        }

        yield return Pod("");
        yield return With(Pod("a"), pod => pod with { Containers = [] });
        yield return With(Pod("a"), pod => pod with { Affinity = new Parsed<Affinity>(null, "no JSON") });
        yield return With(Pod("b"), pod => pod with { Tolerations = new Parsed<IReadOnlyList<Toleration>>(null, "no JSON") });
        yield return With(Pod("c"), pod => pod with { Volumes = [new Volume { Name = "x", IsEmptyDir = true }, .. Volumes("a")] });
    }

    private static IEnumerable<Affinity> Affinities(string app)
    {
        foreach (var key in (string[])[WellKnownLabels.Hostname, WellKnownLabels.Zone, "rack", ""])
        {
            var near = Term(app, key);
            yield return Apart(new PodAffinity { Required = [near] });
            yield return Near(new PodAffinity { Required = [near], Preferred = [new WeightedPodAffinityTerm(3, Term("b", key))] });
            yield return new Affinity
            {
                PodAffinity = new PodAffinity { Preferred = [new(2, near with { Namespaces = [] }), new(0, near)] },
                PodAntiAffinity = new PodAffinity { Preferred = [new(5, Term("c", key) with { Namespaces = ["default", "other"] })] },
            };
        }

        yield return Apart(new PodAffinity());
        yield return Near(new PodAffinity { Required = [new PodAffinityTerm { TopologyKey = "rack" }] });
        yield return Apart(new PodAffinity { Required = [Broken] });
        yield return Near(new PodAffinity { Required = [Broken], Preferred = [new WeightedPodAffinityTerm(1, Broken)] });
        yield return new Affinity { NodeAffinity = new NodeAffinity { Preferred = [new(2, NodeTerm("in", "p2"))] } };
        yield return new Affinity
        {
            NodeAffinity = new NodeAffinity
            {
                Required = new NodeSelector([NodeTerm("In", "p1", "p2")]),
                Preferred = [new(2, NodeTerm("NotIn", "p2"))],
            },
        };
    }

    private static Affinity Near(PodAffinity near) => new() { PodAffinity = near };

    private static Affinity Apart(PodAffinity apart) => new() { PodAntiAffinity = apart };

    private static IEnumerable<Volume> Volumes(string app)
    {
        yield return new Volume { Name = "gce", GcePersistentDisk = new GcePersistentDisk($"disk-{app}", app == "a") };
        yield return new Volume { Name = "ebs", AwsElasticBlockStore = new AwsElasticBlockStore($"vol-{app}", false) };
        yield return new Volume { Name = "rbd", Rbd = new Rbd(["m1", $"m-{app}"], "pool", "image", false) };
        yield return new Volume { Name = "claim", ClaimName = $"claim-{app}" };
        yield return new Volume { Name = "claim", ClaimName = $"claim-{app}2" };
        yield return new Volume { Name = "map", OtherSource = "configMap" };
    }

    private static PodAffinityTerm Term(string app, string key) => new()
    {
        LabelSelector = new LabelSelector { MatchLabels = LabelSet.Of(("app", app)) },
        TopologyKey = key,
    };

    private static NodeSelectorTerm NodeTerm(string operation, params string[] values) =>
        new([new SelectorRequirement("pool", operation, values)]);

    private static Pod Pod(string app, string text = "cpu=1 mem=1") =>
        SmallCluster.Pod("template", app.Length == 0 ? text : $"{text} app={app}");

    private static ObjectMeta Meta(string app, string podNamespace) =>
        new() { Name = "template", Namespace = podNamespace, Labels = LabelSet.Of(("app", app), ("tier", "t")) };

    private static Pod With(Pod pod, Func<PodSpec, PodSpec> change) => pod with { Spec = change(pod.Spec) };
}
