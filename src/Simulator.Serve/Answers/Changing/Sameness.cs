using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Changing;

/// <summary>Writes that would change nothing are none.</summary>
internal static class Sameness
{
    public static bool Of(JsonObject now, JsonObject stored) => JsonNode.DeepEquals(Bare(now), Bare(stored));

    private static JsonObject Bare(JsonObject document)
    {
        var copy = document.Copy();
        foreach (var key in (string[])["kind", "apiVersion"]) copy.Remove(key);
        foreach (var key in (string[])["resourceVersion", "selfLink"]) copy.Child("metadata").Remove(key);
        return copy;
    }
}
