using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.World.Operations.Applying;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Objects as users write them.</summary>
internal static class Manifests
{
    /// <summary>As kubectl create reads them.</summary>
    public static ApiObject[] Read(string yaml) => Read(yaml, (value, _) => value);

    /// <summary>As kubectl apply reads them: each with its manifest.</summary>
    public static ApiObject[] Applied(string yaml) => Read(yaml, LastApplied.Noted);

    private static ApiObject[] Read(string yaml, Func<ApiObject, SourceNode, ApiObject> take)
    {
        var diagnostics = new Diagnostics();
        var reader = new ManifestReader(diagnostics);
        var objects = reader.Read(SourceTree.ParseYaml("test.yaml", yaml, diagnostics));
        Assert.Empty(diagnostics.Errors);
        return [.. objects.Select(value => take(value, reader.PlaceOf(value)!))];
    }
}
