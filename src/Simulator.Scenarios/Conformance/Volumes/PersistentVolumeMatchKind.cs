using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Volumes;

/// <summary>Which volume a claim gets; where the real choice is random, one of those that it made.</summary>
public sealed class PersistentVolumeMatchKind : IConformanceKind
{
    public string Kind => "pv-bind";

    public string? Difference(JsonElement recording)
    {
        var chosen = VolumeMatch.Find(ReadClaim(recording), [.. recording.List("volumes").Select(ReadVolume)], NameOrder.Instance)?.Name
            ?? "";
        var expected = recording.Texts("expectedAnyOf");
        return expected.Contains(chosen) ? null : $"chose '{chosen}', recorded {string.Join(" or ", expected.Select(name => $"'{name}'"))}";
    }

    private static PersistentVolumeClaim ReadClaim(JsonElement recording)
    {
        var labels = recording.Labels("selectorMatchLabels");
        var annotations = recording.Bool("storageClassAnnotation")
            ? LabelSet.Of((WellKnownAnnotations.StorageClass, "any"))
            : LabelSet.Empty;
        var key = KeyOf(recording.Text("claim"));
        return new PersistentVolumeClaim
        {
            Metadata = new ObjectMeta
            {
                Namespace = key.Namespace,
                Name = key.Name,
                Uid = recording.Text("claimUid"),
                Annotations = annotations,
            },
            AccessModes = recording.Texts("claimAccessModes"),
            Requests = Storage(recording.Long("requestBytes")),
            Selector = labels.Count == 0 ? null : new LabelSelector { MatchLabels = labels },
        };
    }

    private static PersistentVolume ReadVolume(JsonElement volume) => new()
    {
        Metadata = new ObjectMeta { Name = volume.Text("name"), Labels = volume.Labels("labels") },
        Capacity = Storage(volume.Long("capacityBytes")),
        AccessModes = volume.Texts("accessModes"),
        ClaimRef = volume.Text("claimRef") is { Length: > 0 } claim ? new ClaimReference(KeyOf(claim), volume.Text("claimRefUid")) : null,
    };

    private static ResourceList Storage(long bytes) => ResourceList.Of((ResourceNames.Storage, Quantity.FromUnits(bytes)));

    private static ObjectKey KeyOf(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new ObjectKey(text[..slash], text[(slash + 1)..]);
    }
}
