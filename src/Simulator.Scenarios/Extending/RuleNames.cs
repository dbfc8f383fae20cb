namespace Simulator.Scenarios.Extending;

/// <summary>
/// Names of predicates and priorities: the expression of 1.3.10 (validName in factory/plugins.go) asks for a first and a last character.
/// </summary>
internal static class RuleNames
{
    public const string Allowed = "two or more letters, digits and '-', beginning and ending with a letter or digit";

    public static bool IsName(string name) =>
        name.Length >= 2 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && name[0] != '-' && name[^1] != '-';
}
