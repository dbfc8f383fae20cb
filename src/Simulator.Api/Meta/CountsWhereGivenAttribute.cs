namespace Simulator.Api;

/// <summary>
/// What later versions have added to pods: it is part of a template's content only where it is given, so that the others keep the hashes that
/// they had before.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountsWhereGivenAttribute : Attribute;
