using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Rules;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Operations.Applying;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Commands with manifests: apply, create, replace.</summary>
internal sealed class FileOperationAssembly(Diagnostics diagnostics, ClusterSpec cluster, PlacedObjects placedObjects)
{
    private readonly ManifestReader _reader = new(diagnostics) { ActedUpon = cluster.Version.ActsUpon };

    /// <summary>Null if there is nothing in them.</summary>
    public OperationSpec? Assemble(OperationDraft draft, string command, IReadOnlyList<SourceCursor> paths)
    {
        var files = paths.Select(cursor => (cursor, Path: cursor.RelatedPath())).Where(file => file.Path is not null).ToList();
        foreach (var (_, path) in files) _reader.Survey(path!);
        var objects = files.SelectMany(file => Read(file.cursor, file.Path!, command)).ToList();
        if (objects.Count == 0) return null;
        return command switch
        {
            "apply" => new ApplyOperation([.. objects.Select(value => LastApplied.Noted(value, _reader.PlaceOf(value)!))]),
            "create" => new CreateOperation(objects),
            _ => new ReplaceOperation(objects) { Force = draft.Force == true, Cascade = draft.Cascade == true },
        };
    }

    private IEnumerable<ApiObject> Read(SourceCursor cursor, string path, string command)
    {
        foreach (var value in _reader.ReadPath(path))
        {
            var place = _reader.PlaceOf(value) ?? cursor.Node;
            if (cluster.Name != FederationSpec.Site && UnsimulatedKinds.Take(value, place, diagnostics)) continue;
            if (PodCount.IsTooLarge(value, place, diagnostics)) continue;
            placedObjects.Take(cluster.Name, value, place);
            if (value.Name.Length > 0 || command == "create") yield return Creation.Of(value);
            else
            {
                cursor.Error($"a {value.Kind} has no name of its own but generateName "
                    + $"'{Wording.Shortened(value.Metadata.GenerateName)}'; allowed is that with create only");
            }
        }
    }
}
