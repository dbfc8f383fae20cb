using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Requests;

/// <summary>What a path points at.</summary>
public sealed record RequestTarget(ServedResource Resource)
{
    public ServedSubresource? Subresource { get; init; }

    /// <summary>Null: of all namespaces, or of the cluster.</summary>
    public string? Namespace { get; init; }

    /// <summary>Null: the collection.</summary>
    public string? Name { get; init; }

    /// <summary>The path goes through <c>watch/</c>.</summary>
    public bool IsWatch { get; init; }

    /// <summary>The path goes through <c>proxy/</c>, or ends in <c>/proxy</c> and more.</summary>
    public bool IsProxy { get; init; }

    /// <summary>What follows a subresource or a proxied name, with its slash; "" for nothing.</summary>
    public string Rest { get; init; } = "";

    public DocumentKey Key => new(Resource.StoredName, Namespace ?? "", Name ?? "");

    /// <summary>Resource and subresource as errors name them: <c>pods/binding</c>.</summary>
    public string ErrorResource => Subresource is null ? Resource.Name : $"{Resource.Name}/{Subresource.Name}";
}
