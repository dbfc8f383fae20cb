using System.Globalization;
using Simulator.Api;

namespace Simulator.Scenarios.Generators;

/// <summary>PetSets as users write them: small pets with claims under a headless service, prepared by init containers.</summary>
internal sealed class DrawnPets(Dice dice)
{
    public IEnumerable<ApiObject> Draw(string name)
    {
        var meta = new ObjectMeta { Name = name, Namespace = dice.Chance(0.2) ? DrawnNamespaces.Team : "default" };
        yield return Headless(meta);
        yield return Set(meta);
    }

    private Service Headless(ObjectMeta meta) => new()
    {
        Metadata = dice.Chance(0.3)
            ? meta with { Annotations = LabelSet.Of((WellKnownAnnotations.TolerateUnreadyEndpoints, "true")) }
            : meta,
        Selector = DrawnOwners.LabelsOf(meta),
        Ports = [new ServicePort("", 80, "TCP", "80")],
        ClusterIP = "None",
    };

    private PetSet Set(ObjectMeta meta) => new()
    {
        Metadata = meta,
        Replicas = dice.Of(1, 2, 3, 3, 5),
        Selector = new LabelSelector { MatchLabels = DrawnOwners.LabelsOf(meta) },
        ServiceName = meta.Name,
        Template = new PodTemplate
        {
            Labels = DrawnOwners.LabelsOf(meta),
            Annotations = dice.Chance(0.75) ? LabelSet.Of((WellKnownAnnotations.PetInitialized, "true")) : LabelSet.Empty,
            Spec = Spec(),
        },
        VolumeClaimTemplates = [.. Enumerable.Range(0, dice.Of(0, 1, 1, 1, 2)).Select(Claim)],
    };

    private PodSpec Spec() => new()
    {
        Containers = [new Container
        {
            Name = "main",
            Image = "db:2",
            Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(dice.Of(10, 50, 100)))),
            ReadinessProbe = dice.Chance(0.5) ? new Probe { Period = dice.Seconds(1, 10) } : null,
        }],
        InitContainers = [.. Enumerable.Range(0, dice.Of(0, 0, 1, 2, 3)).Select(i => new Container { Name = Init(i), Image = "init:1" })],
        Volumes = dice.Between(0, 3) switch
        {
            0 => [new Volume { Name = "scratch", IsEmptyDir = true }],
            1 => [new Volume { Name = "folder", HostPath = new HostPath("/pets") }],
            _ => [],
        },
        TerminationGracePeriod = TimeSpan.FromSeconds(dice.Of(0, 5, 30, 30)),
    };

    public static string Init(int number) => string.Create(CultureInfo.InvariantCulture, $"init{number}");

    /// <summary>Most are made on demand; the others have to find a volume.</summary>
    private PersistentVolumeClaim Claim(int number) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"data{number}"),
            Annotations = dice.Chance(0.75) ? LabelSet.Of((WellKnownAnnotations.StorageClass, "any")) : LabelSet.Empty,
        },
        AccessModes = ["ReadWriteOnce"],
        Requests = ResourceList.Of((ResourceNames.Storage, Quantity.FromUnits((long)dice.Of(1, 10) << 30))),
    };
}
