namespace Simulator.Serve.Messages;

/// <summary>A request of a client as it stood on the wire, whatever brought it: a port, a recording, a test.</summary>
public sealed record ServerRequest
{
    /// <summary>In capitals: GET, PUT.</summary>
    public required string Method { get; init; }

    /// <summary>Decoded, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>Raw, without the question mark; empty: none.</summary>
    public string Query { get; init; } = "";

    /// <summary>Path and query as they stood on the wire; null: not known.</summary>
    public string? Target { get; init; }

    public Caller Caller { get; init; } = Caller.Loopback;

    /// <summary>Names and values in their order.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The first value of a header, whatever the case of its name; null: it is not there.</summary>
    public string? Header(string name)
    {
        foreach (var (found, value) in Headers)
        {
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }
}
