using System.Globalization;
using Simulator.Api;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Makes controllers of one shape, each after the service that selects its pods.</summary>
internal static class ControllerGenerator
{
    private const string AppLabel = "app";

    public static IReadOnlyList<ApiObject> Make(GeneratorDraft draft)
    {
        var objects = new List<ApiObject>();
        var digits = $"D{Math.Max(3, draft.Count.ToString(CultureInfo.InvariantCulture).Length)}";
        for (var i = 1; i <= draft.Count; i++)
        {
            var name = $"{draft.NamePrefix}-{i.ToString(digits, CultureInfo.InvariantCulture)}";
            if (draft.Service) objects.Add(Service(draft, name));
            objects.Add(Controller(draft, name));
        }

        return objects;
    }

    private static Service Service(GeneratorDraft draft, string name) => new()
    {
        Metadata = Metadata(draft, name),
        Selector = LabelSet.Of((AppLabel, name)),
        Ports = [new ServicePort("", 80, "TCP", "80")],
        ClusterIP = draft.Kind == "PetSet" ? "None" : "",
    };

    private static ApiObject Controller(GeneratorDraft draft, string name)
    {
        var (metadata, labels) = (Metadata(draft, name), LabelSet.Of((AppLabel, name)));
        var selector = new LabelSelector { MatchLabels = labels };
        var template = new PodTemplate { Labels = labels, Spec = new PodSpec { Containers = [Container(draft)] } };
        return draft.Kind switch
        {
            "ReplicaSet" =>
                new ReplicaSet
                {
                    Metadata = metadata with { Labels = labels },
                    Replicas = draft.Replicas,
                    Selector = selector,
                    Template = template,
                },
            "Deployment" => new Deployment { Metadata = metadata, Replicas = draft.Replicas, Selector = selector, Template = template },
            "DaemonSet" => new DaemonSet { Metadata = metadata, Selector = selector, Template = template },
            "Job" => new Job
            {
                Metadata = metadata,
                Parallelism = draft.Replicas,
                Completions = draft.Replicas,
                Template = template with { Spec = template.Spec with { RestartPolicy = "OnFailure" } },
            },
            "PetSet" => PetSet(draft, metadata, selector, template),
            _ => new ReplicationController { Metadata = metadata, Replicas = draft.Replicas, Selector = labels, Template = template },
        };
    }

    /// <summary>Its pets count as initialized, as in most published manifests.</summary>
    private static PetSet PetSet(GeneratorDraft draft, ObjectMeta metadata, LabelSelector selector, PodTemplate template) => new()
    {
        Metadata = metadata,
        Replicas = draft.Replicas,
        Selector = selector,
        ServiceName = metadata.Name,
        Template = template with { Annotations = LabelSet.Of((WellKnownAnnotations.PetInitialized, "true")) },
        VolumeClaimTemplates = draft.Storage is { } size ? [Claim(size)] : [],
    };

    private static PersistentVolumeClaim Claim(Quantity size) => new()
    {
        Metadata = new ObjectMeta { Name = "data", Annotations = LabelSet.Of((WellKnownAnnotations.StorageClass, "any")) },
        AccessModes = ["ReadWriteOnce"],
        Requests = ResourceList.Of((ResourceNames.Storage, size)),
    };

    private static Container Container(GeneratorDraft draft) => new()
    {
        Name = "main",
        Image = draft.Image,
        Ports = [new ContainerPort("", 80, 0, "TCP")],
        Requests = ResourceList.Of((ResourceNames.Cpu, draft.Cpu), (ResourceNames.Memory, draft.Memory)),
    };

    private static ObjectMeta Metadata(GeneratorDraft draft, string name) => new() { Name = name, Namespace = draft.Namespace };
}
