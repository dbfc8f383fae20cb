using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>The annotations of one pod, template or node as carriers of features.</summary>
/// <param name="metadata">Where they stand; for remarks.</param>
internal readonly struct FeatureText(SourceCursor? metadata, LabelSet annotations)
{
    /// <summary>The text of an annotation; "" if absent.</summary>
    public string this[string key] => annotations.ValueOrEmpty(key);

    /// <summary>The text of an annotation, or today's field where it is absent.</summary>
    public string Or(string key, string today) => this[key] is { Length: > 0 } text ? text : today;

    /// <summary>Hands the value on; text that cannot be read is an error of the API server's decoder.</summary>
    public Parsed<T> Decoded<T>(string key, Parsed<T> parsed)
        where T : class
    {
        if (!parsed.IsBroken || metadata is not { Context.Validates: true } at) return parsed;
        var node = (at.Node as SourceMapping)?["annotations"] as SourceMapping;
        var place = new SourceCursor(node?[key] ?? at.Node, at.Path.Child("annotations").Child(key), at.Context);
        place.Error($"the JSON text cannot be read: {parsed.Error}");
        return parsed;
    }
}
