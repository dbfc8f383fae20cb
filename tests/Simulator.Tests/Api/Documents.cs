using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;

namespace Simulator.Tests.Api;

/// <summary>Short ways to read texts in tests.</summary>
internal static class Documents
{
    public static (IReadOnlyList<ApiObject> Objects, Diagnostics Diagnostics) Manifest(string yaml)
    {
        var diagnostics = new Diagnostics();
        var reader = new ManifestReader(diagnostics);
        var objects = reader.Read(SourceTree.ParseYaml("m.yaml", yaml, diagnostics));
        return (objects, diagnostics);
    }

    /// <summary>The one object of a manifest without errors.</summary>
    public static T One<T>(string yaml)
        where T : ApiObject
    {
        var (objects, diagnostics) = Manifest(yaml);
        Xunit.Assert.Empty(diagnostics.Errors);
        return Xunit.Assert.IsType<T>(Xunit.Assert.Single(objects));
    }

    /// <summary>The errors of a manifest, as they are printed.</summary>
    public static string[] Errors(string yaml) => [.. Manifest(yaml).Diagnostics.Errors.Select(error => error.ToString())];
}
