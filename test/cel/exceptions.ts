/** What cannot be asked, and why. */
export const SECTIONS: { readonly [section: string]: string } = {
  proto2: 'protobuf messages',
  proto2_ext: 'protobuf messages',
  proto3: 'protobuf messages',
  enums: 'protobuf enumerations',
  wrappers: 'protobuf messages',
  dynamic: 'protobuf messages',
  type_deductions: 'asks for the type that a checker deduces',
  unknowns: 'partial evaluation, which the API server does not do',
  bindings_ext: 'cel.bind is not enabled in Kubernetes',
  block_ext: 'cel.block is not enabled in Kubernetes',
  encoders_ext: 'not enabled in Kubernetes',
  math_ext: 'not enabled in Kubernetes',
  network_ext: 'not the library of Kubernetes',
};

/** Tests, by name or by what they evaluate, where Kubernetes itself answers otherwise, or that cannot be asked. */
export interface Exception {
  readonly why: string;

  /** `section/part/name`; `*` stands for all of a part. */
  readonly tests?: readonly string[];
  readonly expressions?: RegExp;
}

export const EXCEPTIONS: readonly Exception[] = [
  { why: 'messages of protobuf cannot be made, and no policy needs one', expressions: /google\.protobuf\.\w+\s*\{|TestAllTypes|NullValue|[A-Z]\w*\s*\{|conformance/ },
  {
    why: 'the API server refuses undeclared names and unknown functions',
    tests: [
      'basic/variables/unbound_is_runtime_error', 'basic/functions/unbound_is_runtime_error', 'parse/receiver_function_names/*',
    ],
  },
  {
    why: 'the API server refuses literals of mixed types',
    tests: [
      'comparisons/eq_literal/not_eq_list_null', 'comparisons/eq_literal/eq_list_mixed_type_numbers',
      'comparisons/eq_literal/not_eq_list_mixed_type_numbers', 'comparisons/eq_literal/not_eq_list_false_vs_types',
      'comparisons/eq_literal/not_eq_map_null', 'comparisons/eq_literal/eq_map_mixed_type_numbers',
      'comparisons/eq_literal/not_eq_map_false_vs_types', 'comparisons/eq_literal/eq_map_value_mixed_types',
      'comparisons/eq_literal/not_eq_list_elem_null', 'comparisons/eq_literal/not_eq_map_value_null',
      'comparisons/in_list_literal/elem_in_mixed_type_list', 'comparisons/in_list_literal/elem_in_mixed_type_list_cross_type',
      'comparisons/in_map_literal/key_in_mixed_key_type_map', 'comparisons/in_map_literal/key_in_mixed_key_type_map_cross_type',
      'conversions/dyn/dyn_heterogeneous_list', 'fields/map_fields/map_key_int64', 'fields/map_fields/map_key_uint64',
      'fields/map_fields/map_key_mixed_type', 'fields/map_fields/map_key_mixed_numbers_double_key',
      'fields/map_fields/map_key_mixed_numbers_uint_key', 'fields/map_fields/map_key_mixed_numbers_int_key', 'fields/map_fields/map_value_mix_type',
      'fields/in/mixed_numbers_and_keys_present', 'fields/in/mixed_numbers_and_keys_absent', 'macros/exists/list_elem_type_shortcircuit',
      'macros/exists/list_elem_type_exhaustive', 'macros/exists/map_key_type_shortcircuit', 'macros/exists/map_key_type_exhaustive',
      'macros/all/list_elem_type_shortcircuit', 'macros2/exists/list_elem_type_shortcircuit', 'macros2/exists/list_elem_type_exhaustive',
      'macros2/exists/map_key_type_shortcircuit', 'macros2/exists/map_key_type_exhaustive', 'macros2/all/list_elem_type_shortcircuit',
      'macros2/all/list_elem_type_exhaustive', 'optionals/optionals/optional_chaining_13', 'optionals/optionals/map_key_mixed_type_optindex_value',
      'optionals/optionals/map_key_mixed_numbers_double_key_optindex_value', 'optionals/optionals/map_key_mixed_numbers_uint_key_optindex_value',
      'optionals/optionals/map_key_mixed_numbers_int_key_optindex_value', 'plumbing/check_inputs/skip_check',
    ],
  },
  {
    why: 'the API server checks types before it evaluates',
    tests: [
      'comparisons/eq_literal/not_eq_list_length', 'comparisons/eq_literal/eq_mixed_types', 'comparisons/eq_literal/eq_list_elem_mixed_types',
      'comparisons/ne_literal/ne_mixed_types', 'logic/conditional/mixed_type', 'logic/AND/short_circuit_type_left',
      'logic/AND/short_circuit_type_right', 'logic/OR/short_circuit_type_left', 'logic/OR/short_circuit_type_right',
    ],
  },
  {
    why: 'the API server refuses it when it compiles',
    tests: [
      'fields/map_fields/map_bad_key_type_or_true', 'fields/map_fields/map_bad_key_type_and_false',
    ],
  },
  {
    why: 'Kubernetes declares no names with dots, and has no container',
    tests: [
      'fields/qualified_identifier_resolution/qualified_ident', 'fields/qualified_identifier_resolution/map_field_select',
      'fields/qualified_identifier_resolution/qualified_identifier_resolution_unchecked',
      'fields/qualified_identifier_resolution/ident_with_longest_prefix_check', 'namespace/qualified/self_eval_qualified_lookup',
      'namespace/namespace/self_eval_container_lookup', 'namespace/namespace/self_eval_container_lookup_unchecked',
    ],
  },
  {
    why: 'in the API server the last of repeated keys of a literal counts',
    tests: [
      'fields/qualified_identifier_resolution/map_value_repeat_key',
    ],
  },
  {
    why: 'in the API server what an absent or unfit optional leads to is absent, not an error',
    tests: [
      'optionals/optionals/map_null_entry_no_such_key', 'optionals/optionals/map_present_key_invalid_field',
    ],
  },
  {
    why: 'Kubernetes has version 2 of the library, the tests are of a newer one',
    tests: [
      'string_ext/format/scientific notation formatting clause', 'string_ext/format/default precision for scientific notation',
      'string_ext/format/NaN support for scientific notation', 'string_ext/format/positive infinity support for scientific notation',
      'string_ext/format/negative infinity support for scientific notation', 'string_ext/format/NaN support for decimal',
      'string_ext/format/positive infinity support for decimal', 'string_ext/format/negative infinity support for decimal',
      'string_ext/format/positive infinity support for fixed-point', 'string_ext/format/negative infinity support for fixed-point',
      'string_ext/format/list support for string', 'string_ext/format/map support for string', 'string_ext/format/map support (all key types)',
      'string_ext/format/dyntype support for scientific notation', 'string_ext/format/dyntype NaN/infinity support',
      'string_ext/format/dyntype support for lists', 'string_ext/format/dyntype support for maps',
      'string_ext/format/scientific notation formatting clause in a string variable', 'string_ext/value_errors/indexof_out_of_range',
      'string_ext/value_errors/lastindexof_out_of_range',
    ],
  },
  {
    why: 'the API server counts all milliseconds of a duration',
    tests: [
      'timestamps/duration_converters/get_milliseconds',
    ],
  },
  { why: 'names in backquotes are not enabled in Kubernetes', tests: ['fields/quoted_map_fields/*'] },
];
