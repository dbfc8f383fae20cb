using Simulator.Api;
using Simulator.World.Observations;

namespace Simulator.Tests.Stories;

/// <summary>PetSets for stories, and when what happened to which pet.</summary>
internal static class Pets
{
    public static Service Service(string name) => Workloads.Service(name) with { ClusterIP = "None" };

    public static PetSet Set(string name, int replicas, bool isInitialized = true, params IReadOnlyList<PersistentVolumeClaim> claims)
    {
        var template = Workloads.Controller(name, replicas, 100).Template;
        return new PetSet
        {
            Metadata = new ObjectMeta { Name = name, Namespace = "default" },
            Replicas = replicas,
            ServiceName = name,
            Selector = new LabelSelector { MatchLabels = template.Labels },
            Template = isInitialized
                ? template with { Annotations = LabelSet.Of((WellKnownAnnotations.PetInitialized, "true")) }
                : template,
            VolumeClaimTemplates = claims,
        };
    }

    /// <summary>A claim that the cloud makes a disk for.</summary>
    public static PersistentVolumeClaim Claim(string name = "data", int gibibytes = 10) => new()
    {
        Metadata = new ObjectMeta { Name = name, Annotations = LabelSet.Of((WellKnownAnnotations.StorageClass, "any")) },
        AccessModes = ["ReadWriteOnce"],
        Requests = ResourceList.Of((ResourceNames.Storage, Quantity.FromUnits((long)gibibytes << 30))),
    };

    /// <summary>Seconds from the start to the first fact of a kind about each subject, after time zero.</summary>
    public static SortedDictionary<string, double> TimesOf(this Story story, ObservationKind kind)
    {
        var times = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var fact in story.Of(kind)) times.TryAdd(fact.Subject, fact.At.TotalSeconds);
        return times;
    }
}
