using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Finds where a field of an object stands.</summary>
internal static class FieldPlace
{
    /// <param name="path"><c>spec.template.spec.nodeSelector</c></param>
    /// <returns>Null if it is not there.</returns>
    public static SourceNode? Of(SourceNode @object, string path)
    {
        SourceNode? place = @object;
        foreach (var key in path.Split('.')) place = (place as SourceMapping)?[key];
        return place;
    }

    /// <summary>Of the object or of its template; null if neither has it.</summary>
    public static SourceNode? OfAnnotation(SourceNode @object, string key) =>
        (Of(@object, "spec.template.metadata.annotations") as SourceMapping)?[key]
            ?? (Of(@object, "metadata.annotations") as SourceMapping)?[key];
}
