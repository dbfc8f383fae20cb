using System.Globalization;
using Simulator.Api;

namespace Simulator.Scenarios;

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
    };

    private static ReplicationController Controller(GeneratorDraft draft, string name)
    {
        var labels = LabelSet.Of((AppLabel, name));
        return new ReplicationController
        {
            Metadata = Metadata(draft, name),
            Replicas = draft.Replicas,
            Selector = labels,
            Template = new PodTemplate { Labels = labels, Spec = new PodSpec { Containers = [Container(draft)] } },
        };
    }

    private static Container Container(GeneratorDraft draft) => new()
    {
        Name = "main",
        Image = draft.Image,
        Ports = [new ContainerPort("", 80, 0, "TCP")],
        Requests = ResourceList.Of((ResourceNames.Cpu, draft.Cpu), (ResourceNames.Memory, draft.Memory)),
    };

    private static ObjectMeta Metadata(GeneratorDraft draft, string name) => new() { Name = name, Namespace = draft.Namespace };
}
