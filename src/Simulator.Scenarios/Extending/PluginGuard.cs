using Simulator.Api;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Extending;

/// <summary>Asks a plug-in; whatever it does wrong becomes a sentence that names it.</summary>
internal sealed class PluginGuard(PluginRule rule)
{
    /// <summary>Beyond it not every whole number is a double of its own.</summary>
    private const double ScoreMax = 1L << 53;

    /// <exception cref="PluginFailedException">It has thrown something.</exception>
    public T Ask<T>(Pod pod, string? node, Func<T> question)
    {
        try
        {
            return question();
        }
        catch (Exception failure) when (failure is not PluginFailedException)
        {
            throw new PluginFailedException($"{rule.Subject} failed {Of(pod, node)}: {Told(failure)}", failure);
        }
    }

    /// <exception cref="PluginFailedException">It is no number.</exception>
    public long Whole(double score, Pod pod, string node) => Math.Abs(score) <= ScoreMax
        ? (long)score
        : throw Wrong(pod, node, FormattableString.Invariant($"its score is {score}; allowed are numbers from -2^53 to 2^53"));

    public PluginFailedException Wrong(Pod pod, string? node, string what) => new($"{rule.Subject} is wrong {Of(pod, node)}: {what}");

    internal static string Told(Exception failure) => $"{failure.GetType().Name}: {VisibleText.Of(failure.Message)}";

    private static string Of(Pod pod, string? node) => node is null ? $"about pod {pod.Key}" : $"about pod {pod.Key} on node {node}";
}
