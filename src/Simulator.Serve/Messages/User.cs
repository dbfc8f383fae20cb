namespace Simulator.Serve.Messages;

/// <summary>Somebody who has said who he is, and was believed.</summary>
/// <remarks>There are no implicit groups in 1.3 (pkg/auth/user/user.go).</remarks>
public sealed record User(string Name)
{
    public string Uid { get; init; } = "";

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>As Go prints a pointer to it: <c>&amp;{editor 3 [editors] map[]}</c>.</summary>
    public override string ToString() => $"&{{{Name} {Uid} [{string.Join(' ', Groups)}] map[]}}";
}
