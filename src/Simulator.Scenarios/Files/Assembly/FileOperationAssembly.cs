using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Commands with manifests: apply, create, replace.</summary>
internal sealed class FileOperationAssembly(Diagnostics diagnostics)
{
    private readonly ManifestReader _reader = new(diagnostics);

    /// <summary>Null if there is nothing in them.</summary>
    public OperationSpec? Assemble(OperationDraft draft, string command, IReadOnlyList<SourceCursor> paths)
    {
        var objects = paths.SelectMany(cursor => Read(cursor, command)).ToList();
        if (objects.Count == 0) return null;
        return command switch
        {
            "apply" => new ApplyOperation([.. objects.Select(value => LastApplied.Noted(value, _reader.PlaceOf(value)!))]),
            "create" => new CreateOperation(objects),
            _ => new ReplaceOperation(objects) { Force = draft.Force == true, Cascade = draft.Cascade == true },
        };
    }

    private IEnumerable<ApiObject> Read(SourceCursor cursor, string command)
    {
        if (cursor.RelatedPath() is not { } path) yield break;
        foreach (var value in _reader.ReadPath(path))
        {
            if (UnsimulatedKinds.Take(value, _reader.PlaceOf(value) ?? cursor.Node, diagnostics)) continue;
            if (value.Name.Length > 0 || command == "create") yield return value;
            else cursor.Error($"a {value.Kind} has no name of its own but generateName '{Wording.Shortened(value.Metadata.GenerateName)}'; allowed is that with create only");
        }
    }
}
