namespace Simulator.Serve.Access.Attributes;

/// <summary>What rules about access look at (pkg/auth/authorizer/interfaces.go).</summary>
public sealed record RequestAttributes
{
    public required string Path { get; init; }

    /// <summary><c>get</c>, <c>list</c>, <c>create</c>, <c>proxy</c>; of what is no resource the HTTP method in small letters.</summary>
    public required string Verb { get; init; }

    /// <summary>False: a path like <c>/version</c>, of which only the path counts.</summary>
    public bool IsResource { get; init; }

    /// <summary>Empty: the group of v1.</summary>
    public string Group { get; init; } = "";

    /// <summary>Empty: the whole cluster.</summary>
    public string Namespace { get; init; } = "";

    public string Resource { get; init; } = "";

    public string Subresource { get; init; } = "";

    /// <summary>Empty: none, or it stands only in the body.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>pods</c> or <c>pods/log</c>.</summary>
    public string QualifiedResource => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";

    public bool IsReadOnly => Verb is "get" or "list" or "watch";
}
