using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files.Assembly;

namespace Simulator.Scenarios.Files;

/// <summary>Reads manifests that are asked about beside a scenario: how often there would be room for what they bring.</summary>
public static class PodManifests
{
    /// <summary>The objects as users would create them; what is wrong with them, or refused by the API server, is told.</summary>
    /// <param name="version">As which they are read; null: the default.</param>
    public static IReadOnlyList<ApiObject> Read(IReadOnlyList<string> paths, Diagnostics diagnostics, KubernetesVersion? version = null)
    {
        var reader = new ManifestReader(diagnostics) { ActedUpon = (version ?? KubernetesVersions.Default).ActsUpon };
        foreach (var path in paths) reader.Survey(path);
        return
        [
            .. paths.SelectMany(reader.ReadPath).Where(value => !reader.IsRefused(value)).Select(Creation.Of)
                .Where(value => reader.PlaceOf(value) is not { } place || !UnsimulatedKinds.Take(value, place, diagnostics)),
        ];
    }
}
