namespace Simulator.Api;
public static class LabelRules { public static bool IsValidKey(string key) => key.Length > 0; public static bool IsValidValue(string value) => true; }
