namespace Simulator.Api.Documents;

/// <summary>As whom a file is read.</summary>
public enum Dialect
{
    /// <summary>Files of the simulator itself: what YAML forbids is an error.</summary>
    Strict,

    /// <summary>
    /// Manifests, as kubectl 1.3 reads them: of two equal keys the last counts, a line that begins with three dashes ends a document
    /// whatever follows, and a text that begins with a brace is JSON (pkg/util/yaml/decoder.go; go-yaml of that time).
    /// </summary>
    Kubectl,
}
